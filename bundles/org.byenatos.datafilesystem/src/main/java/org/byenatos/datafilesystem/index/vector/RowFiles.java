package org.byenatos.datafilesystem.index.vector;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.byenatos.api.ai.model.EmbeddingModel;
import org.jspecify.annotations.Nullable;

/**
 * The files with one model's rows: a chain in which each begins where the one before ends. What is appended goes into a
 * new file together with those before it that are not much greater, so that there are few and each row is written a few
 * times. Not thread-safe.
 */
final class RowFiles implements Closeable {

    private static final Logger LOG = System.getLogger(RowFiles.class.getName());

    /** Greater files are never written again. */
    private static final int MAX_ROWS = 65_536;

    private static final int TIMES = 2;

    private final Directory folder;
    private final EmbeddingModel model;
    private final List<RowFile> chain = new ArrayList<>();

    RowFiles(Directory folder, EmbeddingModel model) {
        this.folder = folder;
        this.model = model;
    }

    /** The model of the rows in a folder, {@code null} if there is no sound file. */
    static @Nullable EmbeddingModel model(Directory folder) throws IOException {
        for (String name : folder.listAll()) {
            if (RowFile.is(name)) {
                try {
                    return RowFile.head(folder, name).model();
                } catch (IOException broken) {
                    LOG.log(Level.DEBUG, "Vectors cannot be read.", broken);
                }
            }
        }
        return null;
    }

    /**
     * Appends all sound rows and says up to which change they go; what is damaged, and what comes after it, is deleted. What
     * does not fit into memory stays where it is.
     */
    long read(Rows rows) throws IOException {
        long held = 0;
        for (RowFile file : longest(sound())) {
            int before = rows.view().size();
            try {
                file.read(folder, rows);
                chain.add(file);
                held = file.upTo();
            } catch (IOException broken) {
                LOG.log(Level.INFO, "Some vectors are made anew: {0}", broken.toString());
                held = last(rows, before, held);
                break;
            } catch (NoVectorMemoryException full) {
                return last(rows, before, held);
            }
        }
        deleteOthers();
        return held;
    }

    /** Up to where a file was read that was not read to its end. */
    private static long last(Rows rows, int before, long held) {
        int size = rows.view().size();
        return size > before ? rows.view().seq(size - 1) : held;
    }

    /** Writes the rows that are in no file yet, up to a change. */
    void append(Rows.View view, long held) throws IOException {
        int first = chain.stream().mapToInt(RowFile::rows).sum();
        long after = chain.isEmpty() ? 0 : last().upTo();
        int keep = chain.size();
        while (keep > 0 && isSmall(chain.get(keep - 1), view.size() - first)) {
            keep--;
            first -= chain.get(keep).rows();
            after = chain.get(keep).after();
        }
        RowFile file = RowFile.write(folder, model, view, first, after, held);
        chain.subList(keep, chain.size()).clear();
        chain.add(file);
        deleteOthers();
    }

    /** Writes all rows anew. */
    void replace(Rows.View view, long held) throws IOException {
        RowFile file = RowFile.write(folder, model, view, 0, 0, held);
        chain.clear();
        chain.add(file);
        deleteOthers();
    }

    /** Deletes all files. */
    void delete() throws IOException {
        chain.clear();
        deleteOthers();
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }

    private RowFile last() {
        return chain.get(chain.size() - 1);
    }

    private static boolean isSmall(RowFile file, int rows) {
        return file.rows() <= TIMES * rows && file.rows() + rows <= MAX_ROWS;
    }

    private List<RowFile> sound() throws IOException {
        List<RowFile> sound = new ArrayList<>();
        for (String name : folder.listAll()) {
            if (!RowFile.is(name)) {
                continue;
            }
            try {
                RowFile.Head head = RowFile.head(folder, name);
                if (head.model().equals(model)) {
                    sound.add(head.file());
                }
            } catch (IOException broken) {
                LOG.log(Level.INFO, "Some vectors are made anew: {0}", broken.toString());
            }
        }
        return sound;
    }

    /** A crash between writing a file and deleting what it replaces leaves both: the files that lead furthest count. */
    private static List<RowFile> longest(List<RowFile> files) {
        List<RowFile> last = new ArrayList<>(files);
        last.sort(Comparator.comparingLong(RowFile::after).reversed());
        Map<Long, RowFile> next = new HashMap<>();
        Map<Long, Long> end = new HashMap<>();
        for (RowFile file : last) {
            long reached = end.getOrDefault(file.upTo(), file.upTo());
            if (reached > end.getOrDefault(file.after(), file.after())) {
                end.put(file.after(), reached);
                next.put(file.after(), file);
            }
        }
        List<RowFile> chain = new ArrayList<>();
        for (RowFile file = next.get(0L); file != null; file = next.get(file.upTo())) {
            chain.add(file);
        }
        return chain;
    }

    private void deleteOthers() throws IOException {
        List<String> kept = chain.stream().map(RowFile::name).toList();
        for (String name : folder.listAll()) {
            if (!kept.contains(name)) {
                IOUtils.deleteFilesIgnoringExceptions(folder, name);
            }
        }
    }
}
