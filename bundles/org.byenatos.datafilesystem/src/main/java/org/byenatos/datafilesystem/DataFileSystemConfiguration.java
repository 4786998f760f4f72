package org.byenatos.datafilesystem;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What can be configured of {@code org.byenatos.datafilesystem}. */
@ObjectClassDefinition(name = "Byenatos DataFileSystem", description = "The encrypted database.")
public @interface DataFileSystemConfiguration {

    /** How many connections are open at most. */
    @AttributeDefinition(description = "How many connections are open at most, 2..64")
    int connections() default 8;

    /** Pages that the database keeps in memory. */
    @AttributeDefinition(description = "Pages of 4 KiB that are kept in memory, 40..100000")
    int cache_pages() default 1000;

    /** How long to wait for the present holder of the database. */
    @AttributeDefinition(description = "How long to wait for the present holder of the database, 1..60 s")
    int open_patience_seconds() default 10;
}
