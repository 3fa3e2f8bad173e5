-- A device proves who it is by signing the random id of a test message in its receipt; no table of questions is needed.
drop table dispatch.device_answers;
