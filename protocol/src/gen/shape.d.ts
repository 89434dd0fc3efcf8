export declare const shape: Readonly<Record<string, Readonly<Record<string, string>>>>;
