"""Pictures of what a brief tells: data -> shapes with places -> SVG; each mark leads to what it rests on."""
