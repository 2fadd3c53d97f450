package io.freshet.sdk.desktop;

import im.zego.zegoexpress.constants.ZegoViewMode;
import io.freshet.sdk.port.I420Picture;
import java.awt.Color;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Insets;
import java.awt.RenderingHints;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.concurrent.locks.ReentrantLock;
import javax.swing.JComponent;
import javax.swing.RootPaneContainer;
import org.jspecify.annotations.Nullable;

/// Shows pictures behind whatever else is in the app's container and always covers it, whatever
/// layout the container has. Constructed and attached on the event dispatch thread; [#present]
/// comes from the render thread.
final class VideoPanel extends JComponent {
    private static final long serialVersionUID = 1L;

    /// Guards the two images: held while painting and while they change places.
    private final transient ReentrantLock lock = new ReentrantLock();

    private transient @Nullable BufferedImage shown;
    private transient @Nullable BufferedImage spare;
    private ZegoViewMode mode = ZegoViewMode.ASPECT_FIT;
    private boolean mirrored;
    private volatile int targetWidth;
    private volatile int targetHeight;

    VideoPanel() {
        setOpaque(true);
        setBackground(Color.BLACK);
    }

    /// The container's video panel, made at the first call.
    static VideoPanel in(Container view) {
        // What is added to a window goes to its content pane.
        Container container =
                view instanceof RootPaneContainer window ? window.getContentPane() : view;
        for (var child : container.getComponents()) {
            if (child instanceof VideoPanel panel) {
                return panel;
            }
        }
        VideoPanel panel = new VideoPanel();
        container.add(panel);
        container.setComponentZOrder(panel, container.getComponentCount() - 1);
        container.addComponentListener(
                new ComponentAdapter() {
                    @Override
                    public void componentResized(ComponentEvent event) {
                        panel.cover();
                    }
                });
        panel.cover();
        container.revalidate();
        return panel;
    }

    void style(ZegoViewMode mode, boolean mirrored, int backgroundColor) {
        this.mode = mode;
        this.mirrored = mirrored;
        setBackground(new Color(backgroundColor));
        repaint();
    }

    private void cover() {
        setBounds(0, 0, 0, 0);
    }

    /// Ignores what a layout manager wants: the panel covers its container.
    @Override
    public void setBounds(int x, int y, int width, int height) {
        Container parent = getParent();
        if (parent == null) {
            super.setBounds(x, y, width, height);
        } else {
            Insets insets = parent.getInsets();
            int innerWidth = parent.getWidth() - insets.left - insets.right;
            int innerHeight = parent.getHeight() - insets.top - insets.bottom;
            super.setBounds(
                    insets.left, insets.top, Math.max(0, innerWidth), Math.max(0, innerHeight));
        }
        targetWidth = getWidth();
        targetHeight = getHeight();
    }

    /// Asks for no room of its own, so that the container keeps the size its app gave it.
    @Override
    public Dimension getPreferredSize() {
        return new Dimension(0, 0);
    }

    /// Pixels of the view, so that pictures need not be converted larger than they are shown.
    int targetWidth() {
        return targetWidth;
    }

    int targetHeight() {
        return targetHeight;
    }

    /// Converts and shows a picture. Render thread.
    void present(I420Picture picture, RgbWriter writer) {
        BufferedImage image = spareOf(picture.width(), picture.height());
        writer.write(picture, ((DataBufferInt) image.getRaster().getDataBuffer()).getData());
        lock.lock();
        try {
            spare = shown;
            shown = image;
        } finally {
            lock.unlock();
        }
        repaint();
    }

    private BufferedImage spareOf(int width, int height) {
        lock.lock();
        try {
            BufferedImage image = spare;
            spare = null;
            if (image != null && image.getWidth() == width && image.getHeight() == height) {
                return image;
            }
        } finally {
            lock.unlock();
        }
        return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        graphics.setColor(getBackground());
        graphics.fillRect(0, 0, getWidth(), getHeight());
        lock.lock();
        try {
            if (shown != null) {
                paintPicture((Graphics2D) graphics, shown);
            }
        } finally {
            lock.unlock();
        }
    }

    private void paintPicture(Graphics2D graphics, BufferedImage picture) {
        PictureFit fit =
                PictureFit.of(
                        mode, picture.getWidth(), picture.getHeight(), getWidth(), getHeight());
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        int left = mirrored ? fit.x() + fit.width() : fit.x();
        int width = mirrored ? -fit.width() : fit.width();
        graphics.drawImage(picture, left, fit.y(), width, fit.height(), null);
    }
}
