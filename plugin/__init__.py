"""What only a desktop user sees: menu, dialogs, icons, translations."""
