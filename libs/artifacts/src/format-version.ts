/** Version of the artifacts' bytes: it rises with any change of a file that the same run would give. */
export const FORMAT_VERSION = 1;
