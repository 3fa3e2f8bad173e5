'use client'

/** Stands where Payload offers to unpublish or to restore what is public: only a decision does that. */
export const NoButton = () => null
