/** Tokenizers of byte pairs in plain Java: from texts to the same ids that Hugging Face's tokenizers give. */
@NullMarked
package org.byenatos.ai.engine.bpe;

import org.jspecify.annotations.NullMarked;
