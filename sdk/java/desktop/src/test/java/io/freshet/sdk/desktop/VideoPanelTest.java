package io.freshet.sdk.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import im.zego.zegoexpress.constants.ZegoViewMode;
import io.freshet.sdk.port.I420Picture;
import java.awt.BorderLayout;
import java.awt.image.BufferedImage;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import javax.swing.border.EmptyBorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VideoPanelTest {
    private static final int GREEN = 0x00ff00;
    private static final int DARK = 16;
    private static final int BRIGHT = 235;

    /// A view of 80 by 60 shows a picture of 32 by 18 whose left half is dark and right half
    /// bright.
    @ParameterizedTest
    @CsvSource({
        "ASPECT_FIT, false, background, dark, bright",
        "ASPECT_FIT, true, background, bright, dark",
        "ASPECT_FILL, false, dark, dark, bright",
        "ASPECT_FILL, true, bright, bright, dark",
        "SCALE_TO_FILL, false, dark, dark, bright"
    })
    void paintsAsTheCanvasSays(
            ZegoViewMode mode, boolean mirrored, String corner, String left, String right)
            throws Exception {
        JPanel view = view();
        BufferedImage painted =
                onEventThread(() -> {
                    VideoPanel panel = VideoPanel.in(view);
                    panel.style(mode, mirrored, GREEN);
                    panel.present(halves(), new RgbWriter());
                    return paint(view);
                });
        assertThat(kind(painted.getRGB(2, 2))).isEqualTo(corner);
        assertThat(kind(painted.getRGB(10, 30))).isEqualTo(left);
        assertThat(kind(painted.getRGB(70, 30))).isEqualTo(right);
    }

    @Test
    void showsTheNewestPictureAlsoOfAnotherSize() throws Exception {
        JPanel view = view();
        BufferedImage painted =
                onEventThread(() -> {
                    VideoPanel panel = VideoPanel.in(view);
                    panel.style(ZegoViewMode.SCALE_TO_FILL, false, 0);
                    RgbWriter writer = new RgbWriter();
                    for (int i = 0; i < 5; i++) {
                        panel.present(even(64, 64, DARK), writer);
                    }
                    panel.present(even(16, 8, BRIGHT), writer);
                    return paint(view);
                });
        assertThat(kind(painted.getRGB(40, 30))).isEqualTo("bright");
    }

    @Test
    void coversItsContainerWhateverTheLayoutAndStaysBehindOtherComponents() throws Exception {
        JPanel view = new JPanel();
        JLabel label = new JLabel("over it");
        VideoPanel panel =
                onEventThread(() -> {
                    view.setBorder(new EmptyBorder(1, 2, 3, 4));
                    view.add(label);
                    view.setSize(100, 50);
                    VideoPanel added = VideoPanel.in(view);
                    view.doLayout();
                    return added;
                });
        assertThat(panel.getBounds()).hasToString("java.awt.Rectangle[x=2,y=1,width=94,height=46]");
        assertThat(view.getComponentZOrder(panel)).isGreaterThan(view.getComponentZOrder(label));
        VideoPanel again = onEventThread(() -> VideoPanel.in(view));
        assertThat(again).isSameAs(panel);
        assertThat(panel.targetWidth()).isEqualTo(94);
    }

    @Test
    void takesNoRoomFromItsContainersLayout() throws Exception {
        JPanel view = new JPanel(new BorderLayout());
        onEventThread(() -> VideoPanel.in(view));
        assertThat(view.getPreferredSize().width).isZero();
    }

    private static JPanel view() throws Exception {
        return onEventThread(() -> {
            JPanel view = new JPanel();
            view.setSize(80, 60);
            return view;
        });
    }

    private static BufferedImage paint(JPanel view) {
        BufferedImage image = new BufferedImage(80, 60, BufferedImage.TYPE_INT_RGB);
        view.paint(image.getGraphics());
        return image;
    }

    private static I420Picture halves() {
        I420Picture picture = even(32, 18, DARK);
        for (int at = 0; at < picture.y().capacity(); at++) {
            picture.y().put(at, (byte) (at % 32 < 16 ? DARK : BRIGHT));
        }
        return picture;
    }

    private static I420Picture even(int width, int height, int luma) {
        I420Picture picture = I420Pictures.allocate(width, height);
        for (int at = 0; at < picture.y().capacity(); at++) {
            picture.y().put(at, (byte) luma);
        }
        for (int at = 0; at < picture.u().capacity(); at++) {
            picture.u().put(at, (byte) 128);
            picture.v().put(at, (byte) 128);
        }
        return picture;
    }

    private static String kind(int rgb) {
        int red = rgb >> 16 & 0xff;
        int green = rgb >> 8 & 0xff;
        if (green > 200 && red < 50) {
            return "background";
        }
        return red > 200 ? "bright" : red < 50 ? "dark" : "something else";
    }

    private interface Task<T> {
        T run();
    }

    private static <T> T onEventThread(Task<T> task)
            throws InvocationTargetException, InterruptedException {
        AtomicReference<T> result = new AtomicReference<>();
        SwingUtilities.invokeAndWait(() -> result.set(task.run()));
        return result.get();
    }
}
