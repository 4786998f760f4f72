package org.byenatos.security.file;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Permissions for the owner alone: modes 0700 and 0600 where the file system has modes, else one ACL entry. */
final class OwnerOnly {

    private static final Logger LOG = System.getLogger(OwnerOnly.class.getName());
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private OwnerOnly() {}

    /** What to create a file or folder with, so that it is never open to others, not even for a moment. */
    static FileAttribute<?>[] creationOf(Path path, boolean folder) {
        return posix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(folder ? FOLDER : FILE)}
                : new FileAttribute<?>[0];
    }

    /** Takes a file or folder away from everyone but its owner; warns if it was open to others. */
    static void restrict(Path path) throws IOException {
        if (posix(path)) {
            Set<PosixFilePermission> wanted = Files.isDirectory(path) ? FOLDER : FILE;
            if (!wanted.containsAll(Files.getPosixFilePermissions(path))) {
                LOG.log(Level.WARNING, "{0} was open to other users of this machine; it is closed now.", path);
                Files.setPosixFilePermissions(path, wanted);
            }
            return;
        }
        AclFileAttributeView acl =
                Files.getFileAttributeView(path, AclFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (acl != null) {
            acl.setAcl(List.of(allOf(acl.getOwner(), Files.isDirectory(path))));
        }
    }

    /** Everything for one; what is made in a folder later inherits it. */
    private static AclEntry allOf(UserPrincipal owner, boolean folder) {
        return AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(owner)
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .setFlags(
                        folder
                                ? EnumSet.of(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT)
                                : EnumSet.noneOf(AclEntryFlag.class))
                .build();
    }

    /** Whether the file system has POSIX modes. */
    static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
