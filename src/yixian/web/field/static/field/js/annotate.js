// Draw on a photo before it is kept: an arrow, a circle, or a region made unrecognisable. What is drawn becomes
// part of the picture; nothing of what was blurred is kept.
const RED = "#d4380d";
const BLOCKS = 12;

export class Annotator {
  #steps = [];
  #from = null;

  /** `canvas` shows the picture; `changed` is called when there is something to undo, or nothing more. */
  constructor(canvas, changed) {
    Object.assign(this, { canvas, changed, tool: "arrow", picture: null });
    this.paint = canvas.getContext("2d");
    canvas.addEventListener("pointerdown", (event) => this.#begin(event));
    canvas.addEventListener("pointermove", (event) => this.#move(event));
    canvas.addEventListener("pointerup", (event) => this.#end(event));
    canvas.addEventListener("pointercancel", () => { this.#from = null; this.#draw(); });
  }

  /** Show a picture anew, without any marks. */
  async open(bytes) {
    this.picture = await createImageBitmap(new Blob([bytes]));
    [this.canvas.width, this.canvas.height] = [this.picture.width, this.picture.height];
    this.#steps = [];
    this.#draw();
    this.changed(0);
  }

  undo() {
    this.#steps.pop();
    this.#draw();
    this.changed(this.#steps.length);
  }

  /** A mark without a pointer: `tool` in the middle of the picture, for keyboards. */
  addInTheMiddle() {
    const { width, height } = this.canvas;
    this.#add([width * 0.35, height * 0.35], [width * 0.65, height * 0.65]);
  }

  /** The picture with its marks as JPEG bytes; null when nothing was drawn. */
  async bytes() {
    if (!this.#steps.length) return null;
    const jpeg = await new Promise((done) => this.canvas.toBlob(done, "image/jpeg", 0.88));
    return new Uint8Array(await jpeg.arrayBuffer());
  }

  #at(event) {
    const box = this.canvas.getBoundingClientRect();
    return [
      ((event.clientX - box.left) / box.width) * this.canvas.width,
      ((event.clientY - box.top) / box.height) * this.canvas.height,
    ];
  }

  #begin(event) {
    if (!this.picture) return;
    event.preventDefault();
    this.canvas.setPointerCapture(event.pointerId);
    this.#from = this.#at(event);
  }

  #move(event) {
    if (!this.#from) return;
    this.#draw();
    this.#mark(this.tool, this.#from, this.#at(event));
  }

  #end(event) {
    if (!this.#from) return;
    const [from, to] = [this.#from, this.#at(event)];
    this.#from = null;
    if (Math.hypot(to[0] - from[0], to[1] - from[1]) > this.canvas.width / 60) this.#add(from, to);
    else this.#draw();
  }

  #add(from, to) {
    this.#steps.push([this.tool, from, to]);
    this.#draw();
    this.changed(this.#steps.length);
  }

  #draw() {
    if (!this.picture) return;
    this.paint.drawImage(this.picture, 0, 0);
    for (const step of this.#steps) this.#mark(...step);
  }

  #mark(tool, from, to) {
    if (tool === "blur") this.#blur(from, to);
    else {
      const { paint } = this;
      const width = Math.max(4, this.canvas.width / 120);
      paint.lineCap = paint.lineJoin = "round";
      for (const [colour, line] of [["#fff", width * 1.8], [RED, width]]) {
        [paint.strokeStyle, paint.lineWidth] = [colour, line];
        paint.beginPath();
        if (tool === "circle") this.#circle(from, to);
        else this.#arrow(from, to, width * 4);
        paint.stroke();
      }
    }
  }

  #circle([x1, y1], [x2, y2]) {
    this.paint.ellipse((x1 + x2) / 2, (y1 + y2) / 2, Math.abs(x2 - x1) / 2, Math.abs(y2 - y1) / 2, 0, 0, 2 * Math.PI);
  }

  #arrow([x1, y1], [x2, y2], head) {
    const turn = Math.atan2(y2 - y1, x2 - x1);
    this.paint.moveTo(x1, y1);
    this.paint.lineTo(x2, y2);
    for (const side of [-0.5, 0.5]) {
      this.paint.moveTo(x2, y2);
      this.paint.lineTo(x2 - head * Math.cos(turn + side), y2 - head * Math.sin(turn + side));
    }
  }

  /** Painted again from a few averaged blocks: what was there cannot be computed back. */
  #blur([x1, y1], [x2, y2]) {
    const [x, y] = [Math.max(0, Math.min(x1, x2)), Math.max(0, Math.min(y1, y2))];
    const width = Math.min(this.canvas.width, Math.max(x1, x2)) - x;
    const height = Math.min(this.canvas.height, Math.max(y1, y2)) - y;
    if (width < 2 || height < 2) return;
    const small = document.createElement("canvas");
    const across = Math.max(1, Math.round(Math.min(BLOCKS, BLOCKS * width / Math.max(width, height))));
    const down = Math.max(1, Math.round(Math.min(BLOCKS, BLOCKS * height / Math.max(width, height))));
    [small.width, small.height] = [across, down];
    const tiny = small.getContext("2d");
    tiny.imageSmoothingQuality = "high";
    tiny.drawImage(this.canvas, x, y, width, height, 0, 0, across, down);
    this.paint.imageSmoothingEnabled = false;
    this.paint.drawImage(small, 0, 0, across, down, x, y, width, height);
    this.paint.imageSmoothingEnabled = true;
  }
}
