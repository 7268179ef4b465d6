// Downloads the links on standard input with the JavaScript storage client, in pieces, and prints the SHA-256 of each file.
import { BlobClient } from "@azure/storage-blob";
import { createHash } from "node:crypto";
import { createInterface } from "node:readline";

const pieceBytes = 64 * 1024;

for await (const link of createInterface({ input: process.stdin })) {
  const blob = new BlobClient(link);
  const { contentLength } = await blob.getProperties();
  const hash = createHash("sha256");
  for (let offset = 0; offset < contentLength; offset += pieceBytes) {
    // Sent as x-ms-range.
    hash.update(await blob.downloadToBuffer(offset, Math.min(pieceBytes, contentLength - offset)));
  }
  console.log(hash.digest("hex"));
}
