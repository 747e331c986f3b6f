"""The source as text: YAML as people type it, Markdown, the profile, pictures, and the problems found in them."""
