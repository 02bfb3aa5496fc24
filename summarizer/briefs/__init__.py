"""The brief of a day: its window, its stories, its shape on the page. Pure."""
