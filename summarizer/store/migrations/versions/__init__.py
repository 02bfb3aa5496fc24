"""The migrations, oldest first: one file each, never changed once released."""
