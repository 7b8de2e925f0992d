// A photo made small and clean on the phone: upright, at most 2048 pixels, JPEG, without what the camera adds.
const LONGEST = 2048;
const QUALITY = 0.85;

/** The bytes to send. A picture that this browser cannot paint (HEIC in some) goes as it is; the server decides. */
export async function prepare(file) {
  const original = new Uint8Array(await file.arrayBuffer()); // bytes at once: the file may vanish later
  if (!original.length) throw new Error("empty");
  try {
    return await shrunk(new Blob([original], { type: file.type }));
  } catch {
    return original;
  }
}

async function shrunk(blob) {
  const picture = await createImageBitmap(blob, { imageOrientation: "from-image" });
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const paint = canvas.getContext("2d");
  paint.fillStyle = "#fff";
  paint.fillRect(0, 0, canvas.width, canvas.height);
  paint.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const jpeg = await new Promise((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
  if (!jpeg) throw new Error("no picture");
  return new Uint8Array(await jpeg.arrayBuffer());
}
