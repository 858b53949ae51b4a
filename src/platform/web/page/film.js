// Films of a canvas, by the browser's own recorder: in the time that they take to watch.
const types = { webm: ['video/webm;codecs=vp9', 'video/webm;codecs=vp8', 'video/webm'], mp4: ['video/mp4;codecs=avc1.42E01E', 'video/mp4'] };

export class Film {
    constructor(FS) { this.FS = FS; }

    // Why there can be no such film; '': it has begun.
    begin(format, width, height, milliseconds) {
        this.stop();
        if (!types[format]) return `browsers make no ${format.toUpperCase()}: choose WebM, or a picture`;
        const type = types[format].find((each) => window.MediaRecorder?.isTypeSupported(each));
        if (!type) return `this browser makes no ${format.toUpperCase()} films: choose another kind`;
        this.milliseconds = milliseconds;
        const canvas = document.createElement('canvas');
        Object.assign(canvas, { width, height });
        this.context = canvas.getContext('2d', { alpha: false });
        this.picture = this.context.createImageData(width, height);
        [this.track] = canvas.captureStream(0).getVideoTracks();
        const recorder = new MediaRecorder(new MediaStream([this.track]), { mimeType: type, videoBitsPerSecond: 8e6 });
        const pieces = [];
        recorder.ondataavailable = ({ data }) => pieces.push(data);
        recorder.onstop = async () => {
            const bytes = new Uint8Array(await new Blob(pieces).arrayBuffer());
            if (this.recorder === recorder) this.bytes = bytes;
        };
        Object.assign(this, { recorder, bytes: undefined, until: 0 });
        recorder.start();
        return '';
    }
    give(rgb) {
        const { data } = this.picture;
        for (let from = 0, to = 0; from < rgb.length; to += 4) {
            data[to] = rgb[from++];
            data[to + 1] = rgb[from++];
            data[to + 2] = rgb[from++];
            data[to + 3] = 255;
        }
        this.context.putImageData(this.picture, 0, 0);
        this.track.requestFrame();
        this.until = performance.now() + this.milliseconds;
    }
    ready() { return performance.now() >= this.until; }
    // Ends it; puts it into the program's file at `path` once it is there: 1, before that 0. A recorder that knows
    // the kind may yet have no encoder for it: then what it gives has no pictures, −1.
    isIn(path) {
        if (this.recorder.state === 'recording') {
            this.track.requestFrame();  // so that the last picture has its time too
            this.recorder.stop();
        }
        if (!this.bytes) return 0;
        const leastFilm = 1000;  // bytes
        if (this.bytes.length < leastFilm) return -1;
        this.FS.writeFile(path, this.bytes);
        return 1;
    }
    stop() {
        if (this.recorder?.state === 'recording') this.recorder.stop();
        this.recorder = this.bytes = undefined;
    }
}
