"""What can be in a scene, and what people call it."""
