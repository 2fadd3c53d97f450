import type { NewPicture, PictureSource } from '../../src/publish/publishing.ts';

interface FakePicture extends PictureSource {
  readonly size: readonly number[];
  ended: boolean;
}

/** Makes sources of pictures that show nothing. */
export class FakePictures {
  readonly made: FakePicture[] = [];

  readonly make: NewPicture = (...size) => {
    const picture: FakePicture = {
      size,
      ended: false,
      track: { kind: 'video' } as MediaStreamTrack,
      end: () => {
        picture.ended = true;
      },
    };
    this.made.push(picture);
    return picture;
  };
}
