"""What an article says: quotations, attributions, speakers and framing, put together as statements."""
