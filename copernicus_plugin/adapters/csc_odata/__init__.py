"""OData as the Copernicus Data Space, CREODIAS and their mirrors speak it. ``dialect`` documents what differs."""
