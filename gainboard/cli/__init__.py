"""The commands: the same services the windows use, for a machine without a screen."""
