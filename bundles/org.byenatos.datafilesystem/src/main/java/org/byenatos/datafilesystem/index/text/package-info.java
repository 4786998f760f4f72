/** What words are, in records and in questions: analysis, names of people, dates. */
@NullMarked
package org.byenatos.datafilesystem.index.text;

import org.jspecify.annotations.NullMarked;
