"""Commuting flows and the labour market areas they form."""
