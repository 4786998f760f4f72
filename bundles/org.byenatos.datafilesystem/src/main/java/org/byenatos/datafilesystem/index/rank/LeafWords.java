package org.byenatos.datafilesystem.index.rank;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The words of one segment and who has them, for one search: what it takes to look is made once. For one thread. */
final class LeafWords {

    private final int base;
    private final TermsEnum terms;
    private @Nullable PostingsEnum postings;

    LeafWords(LeafReaderContext leaf) throws IOException {
        LeafReader reader = leaf.reader();
        Terms body = reader.terms(Fields.BODY);
        this.base = leaf.docBase;
        this.terms = body == null ? TermsEnum.EMPTY : body.iterator();
    }

    /** The number of the segment's first document. */
    int base() {
        return base;
    }

    /** Where a word stands, {@code null} if the segment does not have it. */
    @Nullable
    TermState find(BytesRef word) throws IOException {
        return terms.seekExact(word) ? terms.termState() : null;
    }

    /** The documents that have a word, of which it is known where it stands; good until the next are asked for. */
    PostingsEnum postings(BytesRef word, TermState place) throws IOException {
        terms.seekExact(word, place);
        PostingsEnum found = terms.postings(postings, PostingsEnum.FREQS);
        postings = found;
        return found;
    }
}
