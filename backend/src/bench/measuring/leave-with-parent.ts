/** Loaded into the processes of the app: they stop in order where the bench was killed and cannot tell them to. */
process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
});
