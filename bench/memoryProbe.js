/** Loaded into the measured service: answers each message with what is in use after a garbage collection. */
process.on('message', () => {
  // Twice, because what a first pass finalises is freed by the second.
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external, rss } = process.memoryUsage();
  process.send({ usedBytes: heapUsed + external, residentBytes: rss });
});
// The channel must not keep the service alive when it is told to stop.
process.channel.unref();
