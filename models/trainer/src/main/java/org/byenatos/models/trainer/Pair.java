package org.byenatos.models.trainer;

/** Two texts that belong together, and where they come from. */
record Pair(String source, String a, String b) {}
