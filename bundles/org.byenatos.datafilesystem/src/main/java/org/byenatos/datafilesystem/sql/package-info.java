/** Connections, transactions and migrations over JDBC; knows no table and no database product. */
@NullMarked
package org.byenatos.datafilesystem.sql;

import org.jspecify.annotations.NullMarked;
