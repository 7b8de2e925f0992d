// A camera inside the page: what is taken here never lands in the phone's gallery.

export const hasCamera = () => Boolean(navigator.mediaDevices?.getUserMedia) && window.isSecureContext;

/** Show the camera in `video` until stopped; answers how to take a picture and how to stop. */
export async function openCamera(video) {
  const wish = { facingMode: "environment", width: { ideal: 2048 }, height: { ideal: 1536 } };
  const stream = await navigator.mediaDevices.getUserMedia({ video: wish, audio: false });
  video.srcObject = stream;
  await video.play();
  return {
    async take() {
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
      canvas.getContext("2d").drawImage(video, 0, 0);
      const jpeg = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.88));
      return new Uint8Array(await jpeg.arrayBuffer());
    },
    stop() {
      for (const track of stream.getTracks()) track.stop();
      video.srcObject = null;
    },
  };
}
