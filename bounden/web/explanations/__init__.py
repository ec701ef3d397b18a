"""Why one obligation has its outcome."""
