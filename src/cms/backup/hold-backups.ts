/** Decap asks for its backup of a text while it still loads the entry; whichever comes last wins, and that is the entry.
 *  This holds back the answer until the form stands, so that what somebody typed before a crash comes back.
 *  Returns what to call when an editor stands, and when it is gone. */
export function holdBackups(store: typeof IDBObjectStore): { ready(): void; gone(): void } {
  const get = store.prototype.get;
  let stands = false;
  let waiting: (() => void)[] = [];
  const letGo = () => {
    for (const go of waiting) go();
    waiting = [];
  };
  store.prototype.get = function (this: IDBObjectStore, key: IDBValidKey | IDBKeyRange): IDBRequest {
    if (stands || typeof key !== 'string' || !key.startsWith('backup.')) return get.call(this, key);
    const { name } = this;
    const { db } = this.transaction;
    const late = { result: undefined as unknown, onsuccess: undefined as (() => void) | undefined, onerror: undefined as (() => void) | undefined };
    waiting.push(() => {
      // The first transaction is over by now.
      const request = get.call(db.transaction(name, 'readonly').objectStore(name), key);
      request.onsuccess = () => {
        late.result = request.result;
        late.onsuccess?.();
      };
      request.onerror = () => late.onerror?.();
    });
    return late as unknown as IDBRequest;
  };
  return {
    ready() {
      stands = true;
      // The entry is put into the form in the same turn as its widgets; the backup comes after it.
      setTimeout(letGo, 50);
    },
    gone() {
      stands = false;
    },
  };
}
