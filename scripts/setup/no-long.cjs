// Stands in for the `long` package in bundles: 64-bit fields are plain numbers here, exact to 2^53 - 1.
module.exports = undefined;
