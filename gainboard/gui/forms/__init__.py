"""Forms compiled from ui/*.ui by packaging/compile_forms.py; nobody edits them."""
