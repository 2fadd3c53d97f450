package io.freshet.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads YUV4MPEG2 files with 8-bit 4:2:0 pictures, again from the start when they end.
final class Y4mReader implements PictureSource {
    private static final String MAGIC = "YUV4MPEG2";
    private static final int MAX_LINE = 1024;
    private static final int MAX_SIDE = 8192;
    private static final double DEFAULT_RATE = 30;

    private final Path file;
    private InputStream in;
    private int width;
    private int height;
    private double framesPerSecond = DEFAULT_RATE;
    private byte[] frame = new byte[0];

    /// Whether the file has had a frame since it was opened; an empty one would loop for ever.
    private boolean delivered;

    private Y4mReader(Path file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    /// Opens a file and reads its header.
    ///
    /// @throws IOException with a sentence saying what is wrong with the file
    static Y4mReader open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        Y4mReader reader = new Y4mReader(file, in);
        try {
            reader.readHeader();
        } catch (IOException bad) {
            in.close();
            throw bad;
        }
        return reader;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public double framesPerSecond() {
        return framesPerSecond;
    }

    @Override
    public void next(ByteBuffer i420) throws IOException {
        String line = readLine();
        if (line.isEmpty()) {
            if (!delivered) {
                throw problem("has no frames");
            }
            in.close();
            in = new BufferedInputStream(Files.newInputStream(file));
            delivered = false;
            readHeader();
            line = readLine();
        }
        if (!line.equals("FRAME") && !line.startsWith("FRAME ")) {
            throw problem("has something other than a frame where one should begin");
        }
        int length = in.readNBytes(frame, 0, frame.length);
        if (length < frame.length) {
            throw problem("ends in the middle of a frame");
        }
        delivered = true;
        i420.put(0, frame);
    }

    private void readHeader() throws IOException {
        String[] words = readLine().split(" ", -1);
        if (!words[0].equals(MAGIC)) {
            throw problem("is not a Y4M file: it does not begin with " + MAGIC);
        }
        for (int i = 1; i < words.length; i++) {
            if (!words[i].isEmpty()) {
                readParameter(words[i].charAt(0), words[i].substring(1));
            }
        }
        if (width <= 0 || height <= 0 || width > MAX_SIDE || height > MAX_SIDE) {
            throw problem("has no usable picture size (" + width + "x" + height + ")");
        }
        frame = new byte[PictureSource.bytes(width, height)];
    }

    private void readParameter(char name, String value) throws IOException {
        switch (name) {
            case 'W' -> width = number(value);
            case 'H' -> height = number(value);
            case 'F' -> framesPerSecond = rate(value);
            case 'C' -> {
                boolean eightBit420 =
                        switch (value) {
                            case "420", "420jpeg", "420mpeg2", "420paldv" -> true;
                            default -> false;
                        };
                if (!eightBit420) {
                    throw problem(
                            "has the colour format C"
                                    + value
                                    + "; convert it to 8-bit 4:2:0 (C420jpeg)");
                }
            }
            default -> {
                // Interlacing, aspect ratio and comments change nothing here.
            }
        }
    }

    private double rate(String value) throws IOException {
        int colon = value.indexOf(':');
        if (colon < 0) {
            throw problem("has the frame rate " + value + ", which is not a fraction such as 30:1");
        }
        int numerator = number(value.substring(0, colon));
        int denominator = number(value.substring(colon + 1));
        if (numerator == 0 && denominator == 0) {
            return DEFAULT_RATE;
        }
        double rate = (double) numerator / denominator;
        if (!(rate >= 1 && rate <= 240)) {
            throw problem("has the frame rate " + value + "; 1 to 240 a second are possible");
        }
        return rate;
    }

    private int number(String value) throws IOException {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException bad) {
            throw problem("has '" + value + "' where a number should be");
        }
    }

    /// One line without its end; empty at the end of the file.
    private String readLine() throws IOException {
        byte[] line = new byte[MAX_LINE];
        int length = 0;
        while (true) {
            int next = in.read();
            if (next == '\n') {
                return new String(line, 0, length, StandardCharsets.US_ASCII);
            }
            if (next < 0) {
                if (length == 0) {
                    return "";
                }
                throw problem("ends in the middle of a line");
            }
            if (length == MAX_LINE) {
                throw problem("is not a Y4M file: it has no line end where one should be");
            }
            line[length++] = (byte) next;
        }
    }

    private IOException problem(String what) {
        return new IOException(file + " " + what);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
