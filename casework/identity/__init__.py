"""The office's own sign-in (OpenID Connect): who somebody is, on its word."""
