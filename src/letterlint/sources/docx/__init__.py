"""Reads Word letters (.docx, .docm, .dotx, .dotm); the door is :mod:`letterlint.sources.docx.reader`."""
