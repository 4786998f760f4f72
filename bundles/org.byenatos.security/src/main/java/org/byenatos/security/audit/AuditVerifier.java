package org.byenatos.security.audit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.byenatos.api.security.AuditReport;

/**
 * Examines an audit log: every line must carry the number and the hash that follow from the line before, and the last must
 * be the one that was remembered. For one examination by one thread.
 */
final class AuditVerifier {

    private static final int MOST_FINDINGS = 100;

    private final LineCodec codec = new LineCodec();
    private final List<String> findings = new ArrayList<>();
    private final ChainPoint head;
    private final ChainPoint base;
    private ChainPoint last;
    private long lines;

    private AuditVerifier(ChainPoint head, ChainPoint base) {
        this.head = head;
        this.base = base;
        this.last = base;
    }

    /** Examines the log of a folder; lines that are being appended meanwhile may or may not be seen. */
    static AuditReport verify(AuditFolder folder, Object names) throws IOException {
        Deque<InputStream> open = new ArrayDeque<>();
        try {
            AuditVerifier verifier;
            synchronized (names) {
                verifier = new AuditVerifier(
                        AuditHead.read(folder.head()).orElse(ChainPoint.START),
                        AuditHead.read(folder.base()).orElse(ChainPoint.START));
                verifier.open(folder, open);
            }
            while (!open.isEmpty()) {
                try (InputStream in = open.remove()) {
                    verifier.examine(new BufferedInputStream(in, 1 << 16));
                }
            }
            return verifier.report();
        } finally {
            for (InputStream left : open) {
                left.close();
            }
        }
    }

    /** All at once, so that none is renamed or removed before it is read; a file that retention was at is left out. */
    private void open(AuditFolder folder, Deque<InputStream> open) throws IOException {
        for (Path file : folder.full()) {
            if (AuditFolder.lastSequence(file) > base.sequence()) {
                open.add(Files.newInputStream(file));
            }
        }
        if (Files.exists(folder.current())) {
            open.add(Files.newInputStream(folder.current()));
        }
    }

    private AuditReport report() {
        if (last.sequence() < head.sequence()) {
            find("Lines " + (last.sequence() + 1) + " to " + head.sequence() + " are missing at the end.");
        }
        return new AuditReport(lines, base.sequence(), findings);
    }

    private void examine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                examine(line.toByteArray());
                line.reset();
            } else {
                line.write(next);
            }
        }
        if (line.size() > 0) {
            find("After line " + last.sequence() + " stands half a line.");
        }
    }

    private void examine(byte[] line) {
        lines++;
        Optional<LineCodec.Link> link = codec.link(line);
        if (link.isEmpty()) {
            find("What stands after line " + last.sequence() + " is no line of an audit log.");
            return;
        }
        check(link.get());
        last = ChainPoint.at(link.get().sequence(), line);
        if (last.sequence() == head.sequence() && !last.equals(head)) {
            find("Line " + last.sequence() + " was changed.");
        }
    }

    private void check(LineCodec.Link link) {
        long expected = last.sequence() + 1;
        if (link.sequence() > expected) {
            find("Lines " + expected + " to " + (link.sequence() - 1) + " are missing.");
        } else if (link.sequence() < expected) {
            find("Line " + link.sequence() + " stands after line " + last.sequence() + ".");
        } else if (!link.previous().equals(last.hash())) {
            find("Line " + last.sequence() + " was changed, or the link of line " + expected + " to it.");
        }
    }

    private void find(String finding) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(finding);
        }
    }
}
