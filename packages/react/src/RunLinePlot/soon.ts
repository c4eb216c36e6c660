const waiting: (() => void)[] = [];
let channel: MessageChannel | null = null;

/** Goes on after input and painting had their turn, without the 4 ms that a timer waits. */
export function soon(task: () => void): void {
  if (!channel) {
    channel = new MessageChannel();
    channel.port1.addEventListener('message', () => waiting.shift()?.());
    channel.port1.start();
  }
  waiting.push(task);
  channel.port2.postMessage(null);
}
