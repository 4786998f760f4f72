package org.byenatos.datafilesystem.store;

/** Text as two bytes a character: unlike UTF-8 this keeps what is no text, half a surrogate pair, apart and whole. */
final class Chars {
    private Chars() {}

    static byte[] bytes(String text) {
        byte[] bytes = new byte[text.length() * 2];
        for (int i = 0; i < text.length(); i++) {
            bytes[2 * i] = (byte) (text.charAt(i) >> 8);
            bytes[2 * i + 1] = (byte) text.charAt(i);
        }
        return bytes;
    }

    static String text(byte[] bytes) {
        char[] chars = new char[bytes.length / 2];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = (char) ((bytes[2 * i] << 8) | (bytes[2 * i + 1] & 0xff));
        }
        return new String(chars);
    }
}
