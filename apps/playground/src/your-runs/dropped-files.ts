import type { WorkerFile } from '@runhue/sources';

/** The files of a picker: paths are relative to the chosen folder's parent, or the names alone. */
export function pickedFiles(list: FileList | null): WorkerFile[] {
  return [...(list ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, content: file }));
}

/** Every file of a drop, folders walked through. Call it while the drop event is handled: its items are gone afterwards. */
export async function droppedFiles(data: DataTransfer): Promise<WorkerFile[]> {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  const found = await Promise.all(entries.map(filesOf));
  return found.flat();
}

async function filesOf(entry: FileSystemEntry): Promise<WorkerFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ path: entry.fullPath.replace(/^\//, ''), content: file }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const children: FileSystemEntry[] = [];
  // A reader hands out at most a hundred entries a call, and none when it is done.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) break;
    children.push(...some);
  }
  return (await Promise.all(children.map(filesOf))).flat();
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}
