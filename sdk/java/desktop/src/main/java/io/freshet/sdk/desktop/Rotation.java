package io.freshet.sdk.desktop;

/// Turning pictures upright. Rare on the desktop, so it is written for clarity.
final class Rotation {
    private Rotation() {}

    /// A copy of the picture as it is to be seen.
    ///
    /// @param rotation clockwise, a multiple of 90 degrees
    static I420View upright(I420View picture, int rotation) {
        int turn = Math.floorMod(rotation, 360);
        boolean sideways = turn == 90 || turn == 270;
        I420View target =
                sideways
                        ? I420View.allocate(picture.height(), picture.width())
                        : I420View.allocate(picture.width(), picture.height());
        picture.rotateInto(target, turn);
        return target;
    }
}
