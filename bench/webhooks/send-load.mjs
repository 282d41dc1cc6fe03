import { connect } from "node:net";

/** Sends prepared requests over some connections, each its next as soon as the last is answered. Throws at any other than 200. */
export async function sendLoad(port, requests, connections) {
  let next = 0;
  const work = () =>
    new Promise((resolve, reject) => {
      const socket = connect(port, "127.0.0.1");
      socket.setNoDelay(true);
      let answer = "";
      const send = () => {
        if (next === requests.length) {
          socket.end();
          return resolve();
        }
        socket.write(requests[next++]);
      };
      socket.on("connect", send);
      socket.on("error", reject);
      socket.on("data", (chunk) => {
        answer += chunk.latin1Slice();
        if (!isWhole(answer)) return;
        if (!answer.startsWith("HTTP/1.1 200 ")) return reject(new Error(answer));
        answer = "";
        send();
      });
    });
  await Promise.all(Array.from({ length: connections }, work));
}

function isWhole(answer) {
  const end = answer.indexOf("\r\n\r\n");
  if (end === -1) return false;
  const length = /\r\ncontent-length: (\d+)\r\n/i.exec(answer);
  return length === null ? answer.endsWith("\r\n0\r\n\r\n") : answer.length >= end + 4 + Number(length[1]);
}
