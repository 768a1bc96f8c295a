import type { CmsConfig } from '#garden/outputs/cms-config.ts';

/** The parts of Decap's public interface that the form uses. Values in forms are Immutable maps and lists. */
export interface Decap {
  init(options: { config: CmsConfig & { load_config_file: false } }): void;
  registerWidget(widget: { name: string; controlComponent: ControlClass; previewComponent?: unknown; allowMapValue?: boolean; schema?: object }): void;
  /** The entry of a widget in Decap's register. */
  getWidget(name: string): { control: ControlClass };
  registerPreviewTemplate(collection: string, component: unknown): void;
  registerPreviewStyle(address: string): void;
  registerCustomFormat(name: string, extension: string, format: TextFormat): void;
  /** What a handler of `preSave` gives is saved in place of the data of the form; what it throws is said. */
  registerEventListener(listener: { name: 'preSave'; handler(event: { entry: ImmutableMap }): unknown }): void;
  registerLocale(locale: string, phrases: Phrases): void;
  getLocale(locale: string): Phrases | undefined;
  getBackend(name: string): { init(...options: unknown[]): Backend } | undefined;
}

/** Words of Decap's own, nested by dotted key. */
export interface Phrases {
  readonly [key: string]: string | Phrases;
}

/** How a file becomes the data of a form, and back. */
export interface TextFormat {
  fromFile(text: string): Record<string, unknown>;
  toFile(data: Record<string, unknown>): string;
}

/** An Immutable map, as far as the form reads it. */
export interface ImmutableMap {
  get(name: string): unknown;
  set(name: string, value: unknown): ImmutableMap;
  getIn(path: readonly (string | number)[]): unknown;
  toJS(): Record<string, unknown>;
}

/** What Decap hands to the control of a field. */
export interface ControlProps {
  readonly field: ImmutableMap;
  readonly value: unknown;
  readonly forID: string;
  readonly parentIds: readonly string[];
  readonly collection: ImmutableMap;
  readonly mediaPaths: ImmutableMap;
  getEntry(): ImmutableMap | undefined;
  onChange(value: unknown): void;
  onPersistMedia(file: File, options: { field: ImmutableMap }): Promise<{ payload?: { path?: string } } | undefined>;
  onOpenMediaLibrary(options: { controlID: string; forImage: boolean; privateUpload: boolean; value: string; field: ImmutableMap }): void;
  onRemoveInsertedMedia(controlID: string): void;
  onValidateObject(id: string, errors: readonly FieldError[]): void;
  getAsset(path: string, field?: ImmutableMap): { toString(): string };
  readonly classNameWrapper: string;
  setActiveStyle(): void;
  setInactiveStyle(): void;
}

/** A sentence that Decap shows beside a field. */
export interface FieldError {
  readonly type: string;
  readonly message: string;
  readonly parentIds: readonly string[];
}

/** The control of a field: a React class component of Decap's, or one that we made. */
export type ControlClass = new (props: ControlProps) => Control;

/** An instance of a control. */
export interface Control {
  readonly props: ControlProps;
  readonly state?: { readonly keys?: readonly string[] };
  isValid?(): boolean | { error: boolean | { message: string } };
  validate?(): void;
  validateSize?(): readonly FieldError[];
}

/** One file of an entry as a backend stores it. */
export interface DataFile {
  readonly path: string;
  readonly slug: string;
  readonly raw: string;
}

/** A picture that is stored with an entry. */
export interface Asset {
  readonly path: string;
  fileObj?: File;
  toBase64(): Promise<string>;
}

/** What Decap asks when it stores an entry. */
export interface PersistOptions {
  readonly newEntry?: boolean;
  readonly commitMessage: string;
  readonly collectionName: string;
  readonly useWorkflow?: boolean;
  readonly unpublished?: boolean;
  readonly status?: string;
}

/** A draft, as a backend tells of it. */
export interface Unpublished {
  readonly status: string;
  readonly diffs: readonly { readonly path: string; readonly id: string }[];
  readonly updatedAt?: unknown;
}

/** A backend of Decap's, as far as the form looks into it. */
export interface Backend {
  persistEntry(entry: { dataFiles: readonly DataFile[]; assets: readonly Asset[] }, options: PersistOptions): Promise<unknown>;
  persistMedia(asset: Asset, options: { commitMessage: string }): Promise<unknown>;
  getEntry(path: string): Promise<{ data: string | null }>;
  unpublishedEntry(key: { collection: string; slug: string }): Promise<Unpublished>;
  unpublishedEntryDataFile(collection: string, slug: string, path: string, id: string): Promise<string>;
  updateUnpublishedEntryStatus(collection: string, slug: string, status: string): Promise<unknown>;
  publishUnpublishedEntry(collection: string, slug: string): Promise<unknown>;
  deleteFiles(paths: readonly string[], message: string): Promise<unknown>;
  deleteUnpublishedEntry(collection: string, slug: string): Promise<unknown>;
  status?(): Promise<unknown>;
  authenticate(state: unknown): Promise<User | undefined>;
  restoreUser(user: unknown): Promise<User | undefined>;
  readonly api?: GitHubApi;
}

/** Who is signed in. */
export interface User {
  readonly login?: string;
  readonly name?: string;
  avatar_url?: string | undefined;
  readonly useOpenAuthoring?: boolean;
}

/** The part of Decap's GitHub client whose words we put in place. */
export interface GitHubApi {
  request?(path: string, options?: object): Promise<unknown>;
}

declare global {
  interface Window {
    CMS?: Decap;
    CMS_MANUAL_INIT?: boolean;
    createClass?(spec: object): ControlClass;
    h?(type: unknown, props: object | null, ...children: unknown[]): unknown;
  }
}
