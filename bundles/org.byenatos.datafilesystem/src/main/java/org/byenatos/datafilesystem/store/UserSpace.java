package org.byenatos.datafilesystem.store;

import org.byenatos.api.security.UserCipher;

/**
 * What it takes to read and write one user's rows.
 *
 * @param userNo whose, short for the rows
 * @param userId whose
 * @param cipher seals contents
 * @param hashes finds rows
 */
record UserSpace(int userNo, String userId, UserCipher cipher, HashKey hashes) {}
