/** Recognizes addresses of the web and of the Credential Registry. */
const ADDRESS = /^https?:\/\/[^\s"<>\\^`{|}]+$/i;
const CTID = /^ce-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const RESOURCES = 'https://credentialengineregistry.org/resources/';

/** Whether a value is an http or https address. */
export const isAddress = (value: unknown): value is string => typeof value === 'string' && ADDRESS.test(value);
/** Whether a value is a CTID, the Registry's identifier. */
export const isCtid = (value: unknown): value is string => typeof value === 'string' && CTID.test(value);
/** Returns the Registry's address of a record by its identifier; `undefined` if the value is not an identifier. */
export const recordOf = (ctid: unknown): string | undefined => (isCtid(ctid) ? RESOURCES + ctid : undefined);
