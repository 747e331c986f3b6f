"""Finished pages and files: the Markdown extension, the frame, redirects, the policy, the build."""
