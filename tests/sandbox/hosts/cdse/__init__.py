"""The Copernicus Data Space Ecosystem, and CREODIAS, which speaks the same."""
