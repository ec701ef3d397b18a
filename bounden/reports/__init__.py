"""What the product says on paper and in pages, worked out once for every interface that shows it."""
