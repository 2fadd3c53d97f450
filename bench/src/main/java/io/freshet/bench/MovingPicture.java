package io.freshet.bench;

import java.nio.ByteBuffer;

/// A generated picture that a codec finds neither trivial nor impossible: a smooth sky that drifts,
/// a bar that sweeps and a ball that bounces.
final class MovingPicture implements PictureSource {
    private static final int BALL_PERIOD = 90;
    private static final int SWEEP_PERIOD = 120;
    private static final int DRIFT = 2;

    private final int width;
    private final int height;
    private final double framesPerSecond;
    private final byte[] row;
    private final byte[] chromaRow;
    private long frame;

    MovingPicture(int width, int height, double framesPerSecond) {
        this.width = width;
        this.height = height;
        this.framesPerSecond = framesPerSecond;
        row = new byte[width];
        chromaRow = new byte[(width + 1) / 2];
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
    public void next(ByteBuffer i420) {
        luma(i420);
        int chromaWidth = (width + 1) / 2;
        int chromaHeight = (height + 1) / 2;
        int u = width * height;
        int v = u + chromaWidth * chromaHeight;
        for (int y = 0; y < chromaHeight; y++) {
            chroma(y, 110, 60, i420, u + y * chromaWidth);
            chroma(chromaHeight - y, 140, 50, i420, v + y * chromaWidth);
        }
        frame++;
    }

    private void luma(ByteBuffer i420) {
        int radius = height / 8;
        double phase = 2 * Math.PI * (frame % BALL_PERIOD) / BALL_PERIOD;
        int ballX = (int) (width / 2.0 + (width / 2.0 - radius) * Math.cos(phase));
        int ballY = (int) (height - radius - (height / 2.0 - radius) * Math.abs(Math.sin(phase)));
        int sweep = (int) (frame % SWEEP_PERIOD * width / SWEEP_PERIOD);
        int drift = (int) (frame * DRIFT);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                row[x] = (byte) (60 + triangle(x + drift, 512) / 4 + 60 * y / height);
            }
            for (int x = sweep; x < Math.min(sweep + 12, width); x++) {
                row[x] = (byte) 200;
            }
            int dy = y - ballY;
            if (Math.abs(dy) < radius) {
                int half = (int) Math.sqrt((double) radius * radius - (double) dy * dy);
                int right = Math.min(ballX + half, width - 1);
                for (int x = Math.max(0, ballX - half); x <= right; x++) {
                    row[x] = (byte) 225;
                }
            }
            i420.put(y * width, row);
        }
    }

    private void chroma(int y, int base, int span, ByteBuffer i420, int at) {
        int drift = (int) (frame * DRIFT / 2);
        for (int x = 0; x < chromaRow.length; x++) {
            chromaRow[x] =
                    (byte) (base + span * triangle(x + drift, 512) / 512 - span * y / (height + 1));
        }
        i420.put(at, chromaRow);
    }

    /// Up to half the period and down again.
    private static int triangle(int value, int period) {
        int at = value % period;
        return at < period / 2 ? at : period - at;
    }

    @Override
    public void close() {}
}
