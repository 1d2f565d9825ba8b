// Answers every request and does nothing else: what node:http itself can do on this machine.
import { createServer } from 'node:http';

createServer((request, response) => {
  request.once('end', () => response.writeHead(204).end());
  request.resume();
}).listen(Number(process.argv[2]), '127.0.0.1');
