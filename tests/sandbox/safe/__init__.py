"""Writes small products that are real in their formats: SAFE folders, SEN3 folders, netCDF files."""
