import { drawTimecode, ticksOf } from './timecode.ts';

/** The bars of television's test pictures. */
const BARS = ['#c0c0c0', '#c0c000', '#00c0c0', '#00c000', '#c000c0', '#c00000', '#0000c0'];

/** A picture that moves and tells the time, as a source in place of a camera. */
export class TestPicture {
  private readonly canvas = document.createElement('canvas');
  private readonly stream: MediaStream;
  private readonly timer: ReturnType<typeof setInterval>;
  private count = 0;

  constructor(width: number, height: number, framesPerSecond: number) {
    this.canvas.width = width;
    this.canvas.height = height;
    this.draw();
    this.stream = this.canvas.captureStream(framesPerSecond);
    this.timer = setInterval(() => this.draw(), 1000 / framesPerSecond);
  }

  get track(): MediaStreamTrack {
    const [track] = this.stream.getVideoTracks();
    if (!track) {
      throw new Error('this browser makes no video of a canvas');
    }
    return track;
  }

  end(): void {
    clearInterval(this.timer);
    this.stream.getTracks().forEach((track) => track.stop());
  }

  private draw(): void {
    const context = this.canvas.getContext('2d', { alpha: false });
    if (!context) {
      return;
    }
    const { width, height } = this.canvas;
    const bar = width / BARS.length;
    BARS.forEach((colour, at) => {
      context.fillStyle = colour;
      context.fillRect(Math.floor(at * bar), 0, Math.ceil(bar), height);
    });
    this.drawBall(context);
    this.drawWords(context);
    drawTimecode(
      (bright, left, top, size) => {
        context.fillStyle = bright ? '#fff' : '#000';
        context.fillRect(left, top, size, size);
      },
      width,
      ticksOf(Date.now()),
    );
    this.count++;
  }

  private drawBall(context: CanvasRenderingContext2D): void {
    const { width, height } = this.canvas;
    const radius = height / 12;
    const turn = (this.count / 90) * 2 * Math.PI;
    context.fillStyle = '#fff';
    context.beginPath();
    context.arc(
      width / 2 + Math.cos(turn) * width * 0.35,
      height * 0.55 + Math.sin(turn) * height * 0.25,
      radius,
      0,
      7,
    );
    context.fill();
  }

  private drawWords(context: CanvasRenderingContext2D): void {
    const { width, height } = this.canvas;
    const now = new Date();
    const clock = `${now.toLocaleTimeString('en-GB')}.${String(now.getMilliseconds()).padStart(3, '0')}`;
    context.fillStyle = '#101418';
    context.fillRect(0, height * 0.82, width, height * 0.18);
    context.fillStyle = '#fff';
    context.font = `600 ${String(Math.round(height / 9))}px ui-monospace, Menlo, Consolas, monospace`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillText(clock, width / 2, height * 0.915);
  }
}
