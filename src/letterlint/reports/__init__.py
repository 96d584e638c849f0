"""Reports: values in, text out. Nothing here reads files, knows a terminal or judges a letter."""
